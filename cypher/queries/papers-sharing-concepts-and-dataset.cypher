// Which papers share at least two concepts and a dataset with a paper: the ones to compare with?
// Parameters: $paper STRING, id of a paper; $limit INTEGER, rows at most, 20 unless given
// Returns:    paper STRING; title STRING; datasets LIST of STRING;
//             concepts LIST of STRING, the rarest first; most datasets first, then most concepts
// Example:    :param {paper: 'title:0123456789abcdef', limit: 20}
MATCH (work:Paper {id: $paper})-[:EVALUATED_ON]->(dataset:Concept)<-[:EVALUATED_ON]-(other:Paper)
USING INDEX SEEK work:Paper(id)
WHERE other <> work
WITH work, other, dataset
ORDER BY dataset.name
WITH work, other, collect(DISTINCT dataset.name) AS datasets
WITH work, collect([other, datasets]) AS others
WITH others, COLLECT { MATCH (work)-[:MENTIONS]->(concept) RETURN concept } AS own
UNWIND others AS pair
WITH pair[0] AS other, pair[1] AS datasets, own
MATCH (other)-[:MENTIONS]->(concept:Concept)
WHERE concept IN own AND NOT concept.name IN datasets
WITH other, datasets, concept
ORDER BY concept.paperCount, concept.name
WITH other, datasets, collect(DISTINCT concept.name) AS concepts
WHERE size(concepts) >= 2
RETURN other.name AS paper, other.title AS title, datasets, concepts
ORDER BY size(datasets) DESC, size(concepts) DESC, title, other.id
LIMIT toInteger($limit)
