// Which concepts share many companions with a concept, and never stand in a paper with it: gaps to look into?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    concept STRING; companions LIST of STRING, the rarest first; weight FLOAT; weightiest first, then by concept
// Example:    :param {concept: 'mixture of expert', limit: 20}
MATCH (notion:Concept {id: $concept})-[:CO_OCCURS_WITH]-(companion:Concept)
USING INDEX SEEK notion:Concept(id)
WITH notion, companion, companion.name AS name, companion.paperCount AS papers
ORDER BY papers, name
WITH notion, companion, name, log(1.0 * COUNT { (:Paper) } / papers) AS rarity
MATCH (companion)-[:CO_OCCURS_WITH]-(stranger)
WITH notion, stranger, collect(name) AS companions, sum(rarity) AS weight
WHERE size(companions) >= 2 AND stranger <> notion
WITH notion, collect([stranger, companions, weight]) AS strangers
WITH strangers, COLLECT { MATCH (notion)<-[:MENTIONS]-()-[:MENTIONS]->(met) RETURN DISTINCT met UNION ALL MATCH (notion)-[:BROADER]-(met) RETURN met } AS known
UNWIND strangers AS candidate
WITH candidate[0] AS stranger, candidate[1] AS companions, candidate[2] AS weight, known
WHERE NOT stranger IN known
RETURN stranger.name AS concept, companions, weight
ORDER BY weight DESC, concept, stranger.id
LIMIT toInteger($limit)
