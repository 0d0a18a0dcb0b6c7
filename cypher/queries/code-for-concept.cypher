// Which papers on a concept come with released code, newest first?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    date STRING or null; paper STRING; title STRING; repositories LIST of STRING; newest first, undated last, then by id
// Example:    :param {concept: 'mixture of expert', limit: 20}
MATCH (asked:Concept {id: $concept})<-[:MENTIONS|INTRODUCES]-(work:Paper)-[code:HAS_CODE {status: 'released'}]->(repository:Repository)
USING INDEX SEEK asked:Concept(id)
WITH work, repository
ORDER BY repository.id
WITH work, collect(DISTINCT repository.url) AS repositories
RETURN work.date AS date, work.name AS paper, work.title AS title, repositories
ORDER BY coalesce(work.date, '') DESC, work.id
LIMIT toInteger($limit)
