// Similar compares coding/similar with minhash-lsh of 128 permutations on the same phrases in the same run: time, growth over four sizes, recall, memory.
//
// From the repository's root: go -C .ci/similar run . (it fails when ours is slower, or takes more than 100 MB).
package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	minhashlsh "github.com/ekzhu/minhash-lsh"

	"github.com/hasteslowly/readiness/coding/similar"
)

const threshold = 0.7

func main() {
	fmt.Println("phrases   exact s   pairs   minhash s   its candidates   its recall   minhash / exact   heap of exact, MB")
	failed := false
	for _, n := range []int{12_500, 20_000, 25_000, 50_000, 100_000} {
		phrases := generated(n)
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		start := time.Now()
		index, err := similar.New(phrases, similar.Options{Measure: similar.Set{By: similar.Words(similar.Plain())}})
		if err != nil {
			panic(err)
		}
		found, err := index.Pairs(threshold)
		if err != nil {
			panic(err)
		}
		ours := time.Since(start)
		runtime.ReadMemStats(&after)
		heap := float64(after.HeapAlloc-before.HeapAlloc) / (1 << 20)
		start = time.Now()
		candidates := minhash(phrases)
		theirs := time.Since(start)
		recall := recalled(found, candidates)
		fmt.Printf("%7d   %7.2f   %5d   %9.2f   %14d   %9.0f%%   %15.1f   %17.0f\n", n, ours.Seconds(), len(found.Pairs), theirs.Seconds(), len(candidates), 100*recall, theirs.Seconds()/ours.Seconds(), heap)
		failed = failed || ours > theirs || heap > 100
	}
	if failed {
		fmt.Println("failed: slower than minhash-lsh, or more than 100 MB")
		os.Exit(1)
	}
}

// minhash finds candidate pairs the way the library is used: a signature a phrase, an index, a query a phrase.
func minhash(phrases []string) map[[2]int32]bool {
	const permutations = 128
	features := similar.Words(similar.Plain())
	lsh := minhashlsh.NewMinhashLSH16(permutations, threshold)
	signatures := make([][]uint64, len(phrases))
	for i, p := range phrases {
		m := minhashlsh.NewMinhash(1, permutations)
		for _, f := range features.Of(p) {
			m.Push([]byte(f))
		}
		signatures[i] = m.Signature()
		lsh.Add(int32(i), signatures[i])
	}
	lsh.Index()
	pairs := map[[2]int32]bool{}
	for i, s := range signatures {
		for _, k := range lsh.Query(s) {
			if j := k.(int32); j != int32(i) {
				pairs[[2]int32{min(j, int32(i)), max(j, int32(i))}] = true
			}
		}
	}
	return pairs
}

// recalled is the share of the exact pairs, those of equal phrases left out, among the candidates.
func recalled(f similar.Found, candidates map[[2]int32]bool) float64 {
	n := 0
	for _, p := range f.Pairs {
		if candidates[[2]int32{int32(p.A), int32(p.B)}] {
			n++
		}
	}
	return float64(n) / float64(max(1, len(f.Pairs)))
}

// generated makes phrases of a Zipf vocabulary; a third are others with a word exchanged, left out or added.
func generated(n int) []string {
	random := rand.New(rand.NewPCG(5, 1))
	zipf := rand.NewZipf(random, 1.1, 8, 2999)
	word := func() string { return fmt.Sprintf("w%dx", zipf.Uint64()) }
	phrases := make([]string, 0, n)
	for len(phrases) < n {
		var words []string
		if len(phrases) > 10 && random.IntN(3) == 0 {
			words = strings.Fields(phrases[random.IntN(len(phrases))])
			switch at := random.IntN(len(words)); random.IntN(3) {
			case 0:
				words[at] = word()
			case 1:
				words = slices.Delete(words, at, at+1)
			default:
				words = slices.Insert(words, at, word())
			}
		} else {
			for range 4 + random.IntN(7) {
				words = append(words, word())
			}
		}
		if len(words) > 0 {
			phrases = append(phrases, strings.Join(words, " "))
		}
	}
	return phrases
}
