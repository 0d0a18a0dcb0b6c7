// Writes resources. A property that is null is taken off the node; what others put there stays.
// Parameters: $rows MAP of id LIST of STRING, and beside it a LIST for each property below, in the same order; an empty one where no node has the property
// Returns:    written INTEGER, the number of nodes
UNWIND range(0, size($rows.id) - 1) AS i
MERGE (resource:Resource {id: $rows.id[i]})
SET resource.name = $rows.name[i],
    resource.url = $rows.url[i],
    resource.kind = $rows.kind[i]
RETURN count(*) AS written
