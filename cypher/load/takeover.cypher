// Begins a load: from here on, no batch of an earlier one that may still be running is written.
// Parameters: $run STRING, new for each load; $storeId STRING, of the store that is loaded
// Returns:    batch INTEGER, the last that was written, 0 where none was; digest STRING, of the graph that the database holds, null where a load was broken off
MERGE (load:PaperGraphLoad {id: 'papergraph'})
SET load.lock = true                      // waits for the batch that is being written, if one is
WITH load, load.digest AS digest
SET load.run = $run, load.storeId = $storeId
REMOVE load.digest
RETURN coalesce(load.batch, 0) AS batch, digest
