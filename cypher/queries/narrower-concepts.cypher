// Which concepts are kinds of a concept, at any depth?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    concept STRING; depth INTEGER, from 1; papers INTEGER; nearest first, then most papers
// Example:    :param {concept: 'neural network', limit: 20}
MATCH path = (narrower:Concept)-[:BROADER*1..4]->(asked:Concept {id: $concept})
USING INDEX SEEK asked:Concept(id)
WHERE narrower.paperCount >= 2
WITH narrower, min(length(path)) AS depth
RETURN narrower.name AS concept, depth, narrower.paperCount AS papers
ORDER BY depth, papers DESC, concept, narrower.id
LIMIT toInteger($limit)
