// Which papers bring two concepts together?
// Parameters: $from STRING, id of a concept; $to STRING, id of another concept; $limit INTEGER, rows at most, 20 unless given
// Returns:    date STRING or null; paper STRING; title STRING; score FLOAT, the lesser of the two mentions'; best first, then newest
// Example:    :param {from: 'mixture of expert', to: 'quantization', limit: 20}
MATCH (from:Concept {id: $from})<-[one:MENTIONS]-(work:Paper)-[other:MENTIONS]->(to:Concept {id: $to})
USING INDEX SEEK from:Concept(id)
USING INDEX SEEK to:Concept(id)
RETURN work.date AS date, work.name AS paper, work.title AS title, CASE WHEN one.score < other.score THEN one.score ELSE other.score END AS score
ORDER BY score DESC, coalesce(work.date, '') DESC, title, work.id
LIMIT toInteger($limit)
