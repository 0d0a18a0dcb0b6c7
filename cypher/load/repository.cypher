// Writes repositories. A property that a row lacks is taken off the node; what others put there stays.
// Parameters: $rows LIST of MAP, each with id and any of the properties below
// Returns:    written INTEGER, the number of rows
UNWIND $rows AS row
MERGE (repository:Repository {id: row.id})
SET repository.host = row.host,
    repository.owner = row.owner,
    repository.name = row.name,
    repository.url = row.url
RETURN count(*) AS written
