// Which concepts rise: a larger share of the papers since a year than of those before it?
// Parameters: $year INTEGER, the first of the later years; $limit INTEGER, rows at most, 20 unless given
// Returns:    concept STRING; before INTEGER, papers; since INTEGER, papers;
//             rise FLOAT, how many times larger the share has become, smoothed; largest first, then by concept
// Example:    :param {year: 2024, limit: 20}
MATCH (dated:Paper)
WHERE dated.year IS NOT NULL
WITH sum(CASE WHEN dated.year < $year THEN 1 ELSE 0 END) AS allBefore, sum(CASE WHEN dated.year >= $year THEN 1 ELSE 0 END) AS allSince
MATCH (notion:Concept)
WHERE notion.paperCount >= 3
MATCH (notion)<-[:MENTIONS]-(paper)
WITH notion, allBefore, allSince, paper.year AS year
WITH notion, allBefore, allSince, count(year) AS dated, count(CASE WHEN year >= $year THEN 1 END) AS since
WHERE since >= 3
WITH notion, allBefore, allSince, dated - since AS before, since
RETURN notion.name AS concept, before, since, ((since + 1.0) / (allSince + 1)) / ((before + 1.0) / (allBefore + 1)) AS rise
ORDER BY rise DESC, since DESC, concept, notion.id
LIMIT toInteger($limit)
