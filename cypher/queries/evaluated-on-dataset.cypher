// What is evaluated on a dataset?
// Parameters: $dataset STRING, id of a concept that is a dataset; $limit INTEGER, rows at most, 20 unless given
// Returns:    date STRING or null; paper STRING; introduces LIST of STRING, what the paper proposes;
//             evidence STRING or null; newest first, undated last, then by paper
// Example:    :param {dataset: 'imagenet', limit: 20}
MATCH (work:Paper)-[evaluation:EVALUATED_ON]->(asked:Concept {id: $dataset})
USING INDEX SEEK asked:Concept(id)
OPTIONAL MATCH (work)-[:INTRODUCES]->(introduced:Concept)
WITH work, evaluation, introduced
ORDER BY introduced.name
WITH work, evaluation, collect(introduced.name) AS introduces
RETURN work.date AS date, work.name AS paper, introduces, evaluation.evidence AS evidence
ORDER BY coalesce(work.date, '') DESC, paper, work.id
LIMIT toInteger($limit)
