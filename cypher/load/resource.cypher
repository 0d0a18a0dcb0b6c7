// Writes resources. A property that is null is taken off the node; what others put there stays.
// Parameters: $id LIST of STRING, and beside it a LIST for each property below, in the same order; an empty one where no node has the property
// Returns:    written INTEGER, the number of nodes
UNWIND range(0, size($id) - 1) AS i
MERGE (resource:Resource {id: $id[i]})
SET resource.name = $name[i],
    resource.url = $url[i],
    resource.kind = $kind[i]
RETURN count(*) AS written
