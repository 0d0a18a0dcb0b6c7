// Runs in each batch's own transaction, before its rows: what is written and the word that it is written stand or fall together.
// Parameters: $run STRING, of the load that writes; $batch INTEGER, from 1; $batchKind STRING, of the rows; $batchEntries STRING, keys and
//             digests of the rows, Base64; $batchDigest STRING, SHA-256 of the entries
// Returns:    isNew BOOLEAN, false where the batch was written before and only the answer was lost; no row when another load has taken over, and
//             then nothing is written
MATCH (load:PaperGraphLoad {id: 'papergraph'})
SET load.lock = true                      // takes the node's lock; only then is it certain whose turn it is
WITH load
WHERE load.run = $run
OPTIONAL MATCH (former:PaperGraphLoadBatch {id: $batch})
WITH load, former IS NULL AS isNew
SET load.batch = CASE WHEN load.batch > $batch THEN load.batch ELSE $batch END   // the one after may have been quicker
MERGE (batch:PaperGraphLoadBatch {id: $batch})
SET batch.kind = $batchKind, batch.entries = $batchEntries, batch.digest = $batchDigest
RETURN isNew
