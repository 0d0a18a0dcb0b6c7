// Which repositories stand behind several papers?
// Parameters: $limit INTEGER, rows at most, 20 unless given
// Returns:    repository STRING; papers LIST of STRING, names; most papers first, then by repository
// Example:    :param {limit: 20}
MATCH (paper:Paper)-[:HAS_CODE]->(repository:Repository)
WITH repository, paper
ORDER BY paper.name, paper.id
WITH repository, collect(paper.name) AS papers
WHERE size(papers) > 1
RETURN repository.url AS repository, papers
ORDER BY size(papers) DESC, repository
LIMIT toInteger($limit)
