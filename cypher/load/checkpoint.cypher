// Runs in each batch's own transaction, before its rows: what is written and the word that it is written stand or fall together.
// Parameters: $run STRING, of the load that writes; $batch MAP of id INTEGER, from 1; kind STRING, of the rows; entries STRING, keys and digests of
//             the rows, Base64; digest STRING, SHA-256 of the entries
// Returns:    isNew BOOLEAN, false where the batch was written before and only the answer was lost; no row when another load has taken over, and
//             then nothing is written
MATCH (load:PaperGraphLoad {id: 'papergraph'})
SET load.lock = true                      // takes the node's lock; only then is it certain whose turn it is
WITH load
WHERE load.run = $run
OPTIONAL MATCH (former:PaperGraphLoadBatch {id: $batch.id})
WITH load, former IS NULL AS isNew
SET load.batch = CASE WHEN load.batch > $batch.id THEN load.batch ELSE $batch.id END   // the one after may have been quicker
MERGE (batch:PaperGraphLoadBatch {id: $batch.id})
SET batch.kind = $batch.kind, batch.entries = $batch.entries, batch.digest = $batch.digest
RETURN isNew
