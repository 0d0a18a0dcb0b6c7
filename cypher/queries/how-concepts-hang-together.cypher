// How do two concepts hang together? The shortest ways, over rare concepts rather than common ones.
// Parameters: $from STRING, id of a concept; $to STRING, id of another concept; $limit INTEGER, ways at most, 5 unless given
// Returns:    path PATH; the rarest concepts in between first
// Picture:    yes
// Example:    :param {from: 'mixture of expert', to: 'structured pruning', limit: 5}
MATCH (from:Concept {id: $from}), (to:Concept {id: $to})
USING INDEX SEEK from:Concept(id)
USING INDEX SEEK to:Concept(id)
MATCH path = allShortestPaths((from)-[:MENTIONS|INTRODUCES|BROADER|EVALUATED_ON*..6]-(to))
WITH path, reduce(commonness = 0.0, node IN nodes(path)[1..-1] | commonness + log(1.0 + coalesce(node.paperCount, 0))) AS commonness
RETURN path
ORDER BY commonness, [node IN nodes(path) | node.id]
LIMIT toInteger($limit)
