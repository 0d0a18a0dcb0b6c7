// What do two papers share: concepts in at least two papers, repositories, datasets?
// Parameters: $from STRING, id of a paper; $to STRING, id of another paper; $limit INTEGER, shared nodes at most, the rarest, 12 unless given
// Returns:    path PATH of two steps; the rarest first
// Picture:    yes
// Example:    :param {from: 'title:0123456789abcdef', to: 'title:fedcba9876543210', limit: 12}
MATCH (from:Paper {id: $from}), (to:Paper {id: $to})
USING INDEX SEEK from:Paper(id)
USING INDEX SEEK to:Paper(id)
MATCH path = (from)-[:MENTIONS|HAS_CODE|LINKS_TO]->(shared)<-[:MENTIONS|HAS_CODE|LINKS_TO]-(to)
WITH path, shared, CASE WHEN shared:Concept THEN shared.paperCount ELSE COUNT { (shared)<--() } END AS papers
RETURN path
ORDER BY papers, shared.id
LIMIT toInteger($limit)
