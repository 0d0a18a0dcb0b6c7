// Writes repositories. A property that is null is taken off the node; what others put there stays.
// Parameters: $rows MAP of id LIST of STRING, and beside it a LIST for each property below, in the same order; an empty one where no node has the property
// Returns:    written INTEGER, the number of nodes
UNWIND range(0, size($rows.id) - 1) AS i
MERGE (repository:Repository {id: $rows.id[i]})
SET repository.host = $rows.host[i],
    repository.owner = $rows.owner[i],
    repository.name = $rows.name[i],
    repository.url = $rows.url[i]
RETURN count(*) AS written
