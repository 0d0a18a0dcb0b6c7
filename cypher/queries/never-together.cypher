// Which concepts share many companions with a concept, and never stand in a paper with it: gaps to look into?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    concept STRING; companions LIST of STRING, the rarest first; weight FLOAT; weightiest first, then by concept
// Example:    :param {concept: 'mixture of experts', limit: 20}
MATCH (notion:Concept {id: $concept})-[:CO_OCCURS_WITH]-(companion:Concept)-[:CO_OCCURS_WITH]-(stranger:Concept)
WHERE stranger <> notion
WITH notion, stranger, companion
ORDER BY companion.paperCount, companion.name
WITH notion, stranger, collect(DISTINCT companion) AS companions
WHERE size(companions) >= 2 AND NOT EXISTS { (stranger)<-[:MENTIONS]-(:Paper)-[:MENTIONS]->(notion) } AND NOT EXISTS { (stranger)-[:BROADER]-(notion) }
RETURN stranger.name AS concept, [companion IN companions | companion.name] AS companions,
       reduce(weight = 0.0, companion IN companions | weight + log(1.0 * COUNT { (:Paper) } / companion.paperCount)) AS weight
ORDER BY weight DESC, concept, stranger.id
LIMIT $limit
