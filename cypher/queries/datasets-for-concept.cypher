// On which datasets are papers on a concept evaluated?
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, rows at most, 20 unless given
// Returns:    dataset STRING; papers INTEGER, on the concept;
//             everywhere INTEGER, papers that name the dataset at all; most papers first, then by dataset
// Example:    :param {concept: 'mixture of experts', limit: 20}
MATCH (:Concept {id: $concept})<-[:MENTIONS]-(paper:Paper)-[:EVALUATED_ON]->(dataset:Concept)
RETURN dataset.name AS dataset, count(DISTINCT paper) AS papers, dataset.paperCount AS everywhere
ORDER BY papers DESC, dataset, dataset.id
LIMIT $limit
