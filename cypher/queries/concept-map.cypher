// Show a concept among those it goes with most, and how these go with each other.
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, concepts around it at most, 12 unless given
// Returns:    path PATH of two concepts
// Picture:    yes
// Example:    :param {concept: 'mixture of expert', limit: 12}
MATCH (concept:Concept {id: $concept})-[together:CO_OCCURS_WITH]-(kin:Concept)
USING INDEX SEEK concept:Concept(id)
WITH concept, kin
ORDER BY together.papers * log(1.0 * COUNT { (:Paper) } / kin.paperCount) DESC, kin.id
LIMIT toInteger($limit)
WITH concept, collect(kin) AS kin
WITH [concept] + kin AS circle
UNWIND circle AS one
MATCH path = (one)-[:CO_OCCURS_WITH|BROADER]->(other:Concept)
WHERE other IN circle
RETURN path
