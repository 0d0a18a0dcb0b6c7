// Show what a concept is a kind of, and what is a kind of it.
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, kinds at most, those of most papers, 20 unless given
// Returns:    path PATH from narrower to broader
// Picture:    yes
// Example:    :param {concept: 'mixture of expert', limit: 20}
MATCH (concept:Concept {id: $concept})
USING INDEX SEEK concept:Concept(id)
CALL (concept) {
  MATCH (narrower:Concept)-[:BROADER]->(concept)
  WITH narrower
  ORDER BY narrower.paperCount DESC, narrower.id
  LIMIT toInteger($limit)
  MATCH path = (narrower)-[:BROADER]->(concept)
  RETURN path
  UNION
  MATCH path = (concept)-[:BROADER*1..3]->(:Concept)
  RETURN path
}
RETURN path
