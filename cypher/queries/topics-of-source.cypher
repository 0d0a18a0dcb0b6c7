// What is a page or file about, compared with all the others?
// Parameters: $source STRING, id of a source; $limit INTEGER, rows at most, 20 unless given
// Returns:    concept STRING; here INTEGER, papers of the source; everywhere INTEGER, papers; most telling first, then by concept
// Example:    :param {source: 'page.txt', limit: 20}
MATCH (asked:Source {id: $source})<-[:LISTED_IN]-(:Paper)-[:MENTIONS]->(notion)
USING INDEX SEEK asked:Source(id)
WITH notion, count(*) AS here
WHERE here >= 2
WITH notion, here, here * log(2.0 * COUNT { (:Paper) } / notion.paperCount) AS weight
ORDER BY weight DESC, notion.id
LIMIT toInteger($limit)
RETURN notion.name AS concept, here, notion.paperCount AS everywhere
ORDER BY weight DESC, concept, notion.id
