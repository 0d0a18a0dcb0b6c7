// On which datasets are papers on a concept evaluated?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    dataset STRING; papers INTEGER, on the concept;
//             everywhere INTEGER, papers that name the dataset at all; most papers first, then by dataset
// Example:    :param {concept: 'mixture of expert', limit: 20}
MATCH (asked:Concept {id: $concept})<-[:MENTIONS|INTRODUCES]-(paper:Paper)-[:EVALUATED_ON]->(data:Concept)
USING INDEX SEEK asked:Concept(id)
WHERE data <> asked
WITH data, count(DISTINCT paper) AS papers
RETURN data.name AS dataset, papers, data.paperCount AS everywhere
ORDER BY papers DESC, dataset, data.id
LIMIT toInteger($limit)
