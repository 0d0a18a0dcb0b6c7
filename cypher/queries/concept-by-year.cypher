// How many papers on a concept are there in each year, and how many of them released code?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'
// Returns:    year INTEGER; papers INTEGER; withCode INTEGER; by year
// Example:    :param {concept: 'mixture of expert'}
MATCH (asked:Concept {id: $concept})<-[:MENTIONS]-(paper:Paper)
USING INDEX SEEK asked:Concept(id)
WHERE paper.year IS NOT NULL
RETURN paper.year AS year, count(*) AS papers, sum(CASE paper.codeStatus WHEN 'released' THEN 1 ELSE 0 END) AS withCode
ORDER BY year
