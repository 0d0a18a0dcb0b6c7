// Which repositories come with the papers on a concept?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    repository STRING; papers INTEGER; most papers first, then by repository
// Example:    :param {concept: 'diffusion model', limit: 20}
MATCH (asked:Concept {id: $concept})<-[:MENTIONS]-(paper:Paper)-[:HAS_CODE]->(repository:Repository)
USING INDEX SEEK asked:Concept(id)
RETURN repository.url AS repository, count(DISTINCT paper) AS papers
ORDER BY papers DESC, repository
LIMIT toInteger($limit)
