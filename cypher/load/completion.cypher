// Ends a load: the database holds the store's graph, whose digest this is.
// Parameters: $run STRING, of the load; $digest STRING, of the graph, SHA-256
// Returns:    digest STRING; no row when another load has taken over
MATCH (load:PaperGraphLoad {id: 'papergraph'})
SET load.lock = true
WITH load
WHERE load.run = $run
SET load.digest = $digest
RETURN load.digest AS digest
