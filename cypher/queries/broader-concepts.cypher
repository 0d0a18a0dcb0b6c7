// What is a concept a kind of?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'
// Returns:    concept STRING; depth INTEGER, from 1; papers INTEGER; nearest first, then most papers
// Example:    :param {concept: 'sparse mixture of expert'}
MATCH path = (narrow:Concept {id: $concept})-[:BROADER*1..6]->(broader:Concept)
USING INDEX SEEK narrow:Concept(id)
WITH broader, min(length(path)) AS depth
RETURN broader.name AS concept, depth, broader.paperCount AS papers
ORDER BY depth, papers DESC, concept, broader.id
