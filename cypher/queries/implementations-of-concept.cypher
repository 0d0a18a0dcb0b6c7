// Where does code for a concept stand, first that of the paper that introduced it?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    repository STRING; introduced BOOLEAN, whether it is that system's own; papers INTEGER; the own one first, then most papers
// Example:    :param {concept: 'mixture of expert', limit: 20}
MATCH (asked:Concept {id: $concept})-[implementation:HAS_IMPLEMENTATION]->(place:Repository)
USING INDEX SEEK asked:Concept(id)
RETURN place.url AS repository, coalesce(implementation.introduced, false) AS introduced, implementation.papers AS papers
ORDER BY introduced DESC, papers DESC, place.id
LIMIT toInteger($limit)
