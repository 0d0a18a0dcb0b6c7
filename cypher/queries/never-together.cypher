// Which concepts share many companions with a concept, and never stand in a paper with it: gaps to look into?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    concept STRING; companions LIST of STRING, the rarest first; weight FLOAT; weightiest first, then by concept
// Example:    :param {concept: 'mixture of experts', limit: 20}
MATCH (notion:Concept {id: $concept})-[:CO_OCCURS_WITH]-(companion:Concept)
WITH notion, companion, log(1.0 * COUNT { (:Paper) } / companion.paperCount) AS rarity
ORDER BY companion.paperCount, companion.name
MATCH (companion)-[:CO_OCCURS_WITH]-(stranger:Concept)
WHERE stranger <> notion
WITH notion, stranger, collect(companion.name) AS companions, sum(rarity) AS weight
WHERE size(companions) >= 2
WITH notion, stranger, stranger.name AS concept, companions, weight
ORDER BY weight DESC, concept, stranger.id
WITH notion, stranger, concept, companions, weight        // so many in this order that the limit is reached are looked at closely
WHERE NOT EXISTS { (stranger)-[:CO_OCCURS_WITH|BROADER]-(notion) } AND NOT EXISTS { (stranger)<-[:MENTIONS]-(:Paper)-[:MENTIONS]->(notion) }
RETURN concept, companions, weight
ORDER BY weight DESC, concept, stranger.id
LIMIT $limit
