// Which papers promised code at an address where none of the papers here has released any?
// Parameters: $limit INTEGER, rows at most, 20 unless given
// Returns:    date STRING or null; paper STRING; repository STRING; evidence STRING or null; oldest promise first, undated last, then by paper
// Example:    :param {limit: 20}
MATCH (work:Paper)-[promise:HAS_CODE {status: 'promised'}]->(repository:Repository)
WHERE NOT EXISTS { (repository)<-[:HAS_CODE {status: 'released'}]-() }
RETURN work.date AS date, work.name AS paper, repository.url AS repository, promise.evidence AS evidence
ORDER BY coalesce(work.date, '9999'), paper, repository, work.id
LIMIT toInteger($limit)
