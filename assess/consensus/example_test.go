// The front door: three people, two of whom agree.

package consensus_test

import (
	"fmt"

	"github.com/hasteslowly/readiness/assess/consensus"
)

func Example() {
	g := consensus.Group{Rows: [][]float64{{3, 4}, {4, 4}, {0, 1}}, Points: 5}
	fmt.Println(consensus.RStarWGJ(g, consensus.Options{}))
	fmt.Println(consensus.RWGJ(g, consensus.Options{}))
	fmt.Println(consensus.DeviationMean(g, consensus.Options{}))
	f := consensus.Unison(g, consensus.Options{})
	fmt.Println(f.Verdict)
	for _, w := range f.Warnings {
		fmt.Println(w.Kind, "-", w.Text)
	}
	// Output:
	// r*_wg(j) -0.83
	// r_wg(j): undefined, the ratings vary 1.83 times as much as the null distribution; read r*_wg(j)
	// AD_M 1.44
	// apart
	// two camps - the ratings gather at different ends (A -0.11): the mean is where nobody stands; show both
	// few people - 3 respondents: what they agree on may be chance; ask more
}
