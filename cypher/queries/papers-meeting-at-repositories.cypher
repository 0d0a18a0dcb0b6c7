// Show repositories at which several papers meet.
// Parameters: $limit INTEGER, repositories at most, those of most papers, 12 unless given
// Returns:    path PATH of a paper and a repository
// Picture:    yes
// Example:    :param {limit: 12}
MATCH (repository:Repository)
WITH repository, COUNT { (repository)<-[:HAS_CODE]-() } AS papers
WHERE papers > 1
WITH repository
ORDER BY papers DESC, repository.id
LIMIT toInteger($limit)
MATCH path = (:Paper)-[:HAS_CODE]->(repository)
RETURN path
