// Which concepts share many companions with a concept, and never stand in a paper with it: gaps to look into?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    concept STRING; companions LIST of STRING, the rarest first; weight FLOAT; weightiest first, then by concept
// Example:    :param {concept: 'mixture of experts', limit: 20}
MATCH (notion:Concept {id: $concept})-[:CO_OCCURS_WITH]-(companion:Concept)
USING INDEX SEEK notion:Concept(id)
WITH notion, companion
ORDER BY companion.paperCount, companion.name
WITH notion, collect(companion) AS all
WITH notion, all, COLLECT { MATCH (notion)<-[:MENTIONS]-(:Paper)-[:MENTIONS]->(met:Concept) RETURN DISTINCT met } AS together
UNWIND all AS companion
WITH notion, together, companion, companion.name AS name, log(1.0 * COUNT { (:Paper) } / companion.paperCount) AS rarity
MATCH (companion)-[:CO_OCCURS_WITH]-(stranger:Concept)
WHERE stranger <> notion AND NOT stranger IN together
WITH notion, stranger, collect(name) AS companions, sum(rarity) AS weight
WHERE size(companions) >= 2 AND NOT EXISTS { (stranger)-[:CO_OCCURS_WITH|BROADER]-(notion) }
RETURN stranger.name AS concept, companions, weight
ORDER BY weight DESC, concept, stranger.id
LIMIT $limit
