// Which promise of code did another paper keep, at the same repository?
// Parameters: $limit INTEGER, rows at most, 20 unless given
// Returns:    promised STRING, the paper that promised; released STRING, the paper that released; repository STRING; by repository, then by papers
// Example:    :param {limit: 20}
MATCH (early:Paper)-[:HAS_CODE {status: 'promised'}]->(repository:Repository)<-[:HAS_CODE {status: 'released'}]-(late:Paper)
RETURN early.name AS promised, late.name AS released, repository.url AS repository
ORDER BY repository, promised, released, early.id, late.id
LIMIT toInteger($limit)
