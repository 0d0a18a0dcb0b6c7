// Which papers link to a repository, as their own code or as others'?
// Parameters: $repository STRING, id of a repository such as 'github.com/owner/name'; $limit INTEGER, rows at most, 20 unless given
// Returns:    date STRING or null; paper STRING; role STRING, 'own code' or the link's role; status STRING or null; own code first, then newest
// Example:    :param {repository: 'github.com/huggingface/transformers', limit: 20}
MATCH (work:Paper)-[link:HAS_CODE|LINKS_TO]->(asked:Repository {id: $repository})
USING INDEX SEEK asked:Repository(id)
WITH work, link, CASE type(link) WHEN 'HAS_CODE' THEN 'own code' ELSE link.role END AS role
RETURN work.date AS date, work.name AS paper, role, link.status AS status
ORDER BY CASE role WHEN 'own code' THEN 0 ELSE 1 END, coalesce(work.date, '') DESC, paper, work.id
LIMIT toInteger($limit)
