// Which paper introduced a concept, or something of that kind?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    concept STRING; date STRING or null; paper STRING; title STRING;
//             evidence STRING or null; the concept itself first, then the earliest, undated last
// Example:    :param {concept: 'mixture of expert', limit: 20}
MATCH (asked:Concept {id: $concept})
USING INDEX SEEK asked:Concept(id)
MATCH (work:Paper)-[introduction:INTRODUCES]->(notion:Concept)-[:BROADER*0..1]->(asked)
RETURN notion.name AS concept, work.date AS date, work.name AS paper, work.title AS title, introduction.evidence AS evidence
ORDER BY CASE notion WHEN asked THEN 0 ELSE 1 END, coalesce(work.date, '9999'), concept, title, work.id
LIMIT toInteger($limit)
