// Writes resources. A property that a row lacks is taken off the node; what others put there stays.
// Parameters: $rows LIST of MAP, each with id and any of the properties below
// Returns:    written INTEGER, the number of rows
UNWIND $rows AS row
MERGE (resource:Resource {id: row.id})
SET resource.name = row.name,
    resource.url = row.url,
    resource.kind = row.kind
RETURN count(*) AS written
