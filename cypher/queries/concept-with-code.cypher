// Show a concept, the papers on it that released code, and their repositories.
// Parameters: $concept STRING, id of a concept such as 'diffusion model'; $limit INTEGER, papers at most, the newest ones, 25 unless given
// Returns:    path PATH from the concept to a repository
// Picture:    yes
// Example:    :param {concept: 'mixture of expert', limit: 25}
MATCH (concept:Concept {id: $concept})<-[:MENTIONS]-(paper:Paper)
USING INDEX SEEK concept:Concept(id)
WHERE EXISTS { (paper)-[:HAS_CODE {status: 'released'}]->() }
WITH concept, paper
ORDER BY coalesce(paper.date, '') DESC, paper.id
LIMIT toInteger($limit)
MATCH path = (concept)<-[:MENTIONS]-(paper)-[:HAS_CODE {status: 'released'}]->(:Repository)
RETURN path
