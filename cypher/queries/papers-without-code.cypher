// Which papers on a concept say nothing of code of their own?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    date STRING or null; paper STRING; title STRING; score FLOAT, how central the concept is; most central first, then newest
// Example:    :param {concept: 'mixture of expert', limit: 20}
MATCH (asked:Concept {id: $concept})<-[mention:MENTIONS]-(work:Paper {codeStatus: 'none'})
USING INDEX SEEK asked:Concept(id)
RETURN work.date AS date, work.name AS paper, work.title AS title, mention.score AS score
ORDER BY score DESC, coalesce(work.date, '') DESC, title, work.id
LIMIT toInteger($limit)
