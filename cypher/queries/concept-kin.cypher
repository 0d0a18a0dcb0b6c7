// Which concepts go with a concept more often than chance would have it?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    concept STRING; papers INTEGER, that name both;
//             npmi FLOAT from -1 to 1, normalised pointwise mutual information; closest first, then by concept
// Example:    :param {concept: 'mixture of expert', limit: 20}
MATCH (notion:Concept {id: $concept})-[together:CO_OCCURS_WITH]-(kin:Concept)
USING INDEX SEEK notion:Concept(id)
WITH notion, kin, together.papers AS papers, toFloat(COUNT { (:Paper) }) AS total
WHERE papers < total
RETURN kin.name AS concept, papers, log(papers * total / (1.0 * notion.paperCount * kin.paperCount)) / -log(papers / total) AS npmi
ORDER BY npmi DESC, papers DESC, concept, kin.id
LIMIT toInteger($limit)
