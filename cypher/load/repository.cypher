// Writes repositories. A property that is null is taken off the node; what others put there stays.
// Parameters: $id LIST of STRING, and beside it a LIST for each property below, in the same order; an empty one where no node has the property
// Returns:    written INTEGER, the number of nodes
UNWIND range(0, size($id) - 1) AS i
MERGE (repository:Repository {id: $id[i]})
SET repository.host = $host[i],
    repository.owner = $owner[i],
    repository.name = $name[i],
    repository.url = $url[i]
RETURN count(*) AS written
