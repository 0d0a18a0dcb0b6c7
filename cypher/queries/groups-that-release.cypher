// Which accounts released code for the papers on a concept?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    owner STRING, of the account; repositories INTEGER; papers INTEGER; most papers first, then by owner
// Example:    :param {concept: 'mixture of expert', limit: 20}
MATCH (asked:Concept {id: $concept})<-[:MENTIONS]-(paper:Paper)-[:HAS_CODE {status: 'released'}]->(repository:Repository)
USING INDEX SEEK asked:Concept(id)
RETURN repository.owner AS owner, count(DISTINCT repository) AS repositories, count(DISTINCT paper) AS papers
ORDER BY papers DESC, owner
LIMIT toInteger($limit)
