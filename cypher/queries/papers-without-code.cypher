// Which papers on a concept say nothing of code of their own?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    date STRING or null; paper STRING; title STRING; score FLOAT, how central the concept is; most central first, then newest
// Example:    :param {concept: 'mixture of experts', limit: 20}
MATCH (:Concept {id: $concept})<-[mention:MENTIONS]-(paper:Paper {codeStatus: 'none'})
RETURN paper.date AS date, paper.name AS paper, paper.title AS title, mention.score AS score
ORDER BY score DESC, coalesce(paper.date, '') DESC, title, paper.id
LIMIT $limit
