// Show a paper with its rarest shared concepts, its code, and the papers that come closest.
// Parameters: $paper STRING, id of a paper; $limit INTEGER, concepts at most, 8 unless given
// Returns:    path PATH that begins at the paper
// Picture:    yes
// Example:    :param {paper: 'title:0123456789abcdef', limit: 8}
MATCH (paper:Paper {id: $paper})
USING INDEX SEEK paper:Paper(id)
CALL (paper) {
  MATCH (paper)-[mention:MENTIONS]->(concept)
  WHERE concept.paperCount >= 2
  WITH concept, mention.score * log(1.0 * COUNT { (:Paper) } / concept.paperCount) AS weight
  ORDER BY weight DESC, concept.id
  LIMIT toInteger($limit)
  MATCH path = (paper)-[:MENTIONS]->(concept)
  RETURN path
  UNION
  MATCH path = (paper)-[:HAS_CODE]->(:Repository)
  RETURN path
  UNION
  MATCH (paper)-[related:RELATED_TO]->(other:Paper)
  WITH related, other
  ORDER BY related.score DESC, other.id
  LIMIT 5
  MATCH path = (paper)-[:RELATED_TO]->(other)
  RETURN path
}
RETURN path
