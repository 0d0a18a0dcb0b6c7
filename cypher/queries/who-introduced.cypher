// Which paper introduced a concept, or something of that kind?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    concept STRING; date STRING or null; paper STRING; title STRING;
//             evidence STRING or null; the concept itself first, then the earliest, undated last
// Example:    :param {concept: 'mixture of experts', limit: 20}
MATCH (asked:Concept {id: $concept})
MATCH (paper:Paper)-[introduction:INTRODUCES]->(concept:Concept)-[:BROADER*0..1]->(asked)
RETURN concept.name AS concept, paper.date AS date, paper.name AS paper, paper.title AS title, introduction.evidence AS evidence
ORDER BY CASE concept WHEN asked THEN 0 ELSE 1 END, coalesce(paper.date, '9999'), concept, title, paper.id
LIMIT $limit
