// Which papers come closest to a paper, judged by the concepts they share, rare ones above all?
// Parameters: $paper STRING, id of a paper; $limit INTEGER, rows at most, 20 unless given
// Returns:    paper STRING; title STRING; score FLOAT; shared LIST of STRING, names of concepts, the weightiest first; best first
// Example:    :param {paper: 'title:0123456789abcdef', limit: 20}
MATCH (work:Paper {id: $paper})-[mention:MENTIONS]->(concept)
USING INDEX SEEK work:Paper(id)
WHERE concept.paperCount >= 2
WITH work, concept, mention.score * log(1.0 * COUNT { (:Paper) } / concept.paperCount) AS weight
ORDER BY weight DESC, concept.id
LIMIT 25
MATCH (concept)<-[mention:MENTIONS]-(other:Paper)
WHERE other <> work
WITH other, concept, weight * mention.score AS share
ORDER BY share DESC, concept.id
WITH other, sum(share) AS score, collect(concept.name) AS shared
RETURN other.name AS paper, other.title AS title, score, shared
ORDER BY score DESC, title, other.id
LIMIT toInteger($limit)
