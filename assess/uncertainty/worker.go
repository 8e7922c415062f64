// Workers: draws in blocks, shared among goroutines, with results that do not depend on how many these are.

package uncertainty

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// blocks is the number of blocks that draws are cut into, whatever the number of draws and of workers. Sums of numbers are made block by
// block and added up in the order of blocks; counts may be added in any order.
const blocks = 64

// inBlocks calls work for every block with the range of its draws, from each of some goroutines; start makes what one goroutine
// needs, and finish is called with it, one after the other, when it is done.
func inBlocks[W any](draws, workers int, start func() W, work func(w W, block, from, to int), finish func(W)) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = min(workers, blocks)
	var next atomic.Int64
	var group sync.WaitGroup
	var one sync.Mutex
	for range workers {
		group.Go(func() {
			w := start()
			for {
				block := int(next.Add(1)) - 1
				if block >= blocks {
					break
				}
				work(w, block, block*draws/blocks, (block+1)*draws/blocks)
			}
			one.Lock()
			defer one.Unlock()
			finish(w)
		})
	}
	group.Wait()
}
