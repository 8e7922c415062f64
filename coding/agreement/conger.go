// Conger's kappa and Light's: many coders, each with a habit of its own.

package agreement

import "fmt"

// CongerKappa extends Cohen's kappa to many coders.
var CongerKappa = Statistic{
	Name: "conger_kappa", Title: "Conger's kappa",
	Formula:   "(pa - pe) / (1 - pe), pe the mean over ordered pairs of coders g, h of sum w_kl p_gk p_hl, p_gk the share of k among the ratings of g",
	Undefined: "chance alone agrees always; fewer than two coders who rated; no unit with two ratings",
	Confused:  "\"Hubert's\" and \"multi-kappa\" in some programs are this one; Light's is the mean of the pairs' kappas",
	Source:    "Conger 1980, doi:10.1037/0033-2909.88.2.322; with missing cells: Gwet 2014", TakesWeights: true,
	compute: func(t *Table, o prepared) raw {
		y := t.tallied(o.weights)
		if y.rated(2) == 0 {
			return raw{undefined: noPairs}
		}
		shares := t.shares()
		sum, pairs := 0.0, 0
		for g := range shares {
			for h := range shares {
				if g != h {
					sum += expected(shares[g], shares[h], o.weights)
					pairs++
				}
			}
		}
		return corrected(y.agreement(o.Pooled), sum/float64(pairs))
	},
}

// shares gives the distribution of every coder who rated anything.
func (t *Table) shares() [][]float64 {
	q := len(t.categories)
	var all [][]float64
	for g := range t.coders {
		counts, n := make([]float64, q), 0.0
		for i := g; i < len(t.cells); i += t.coders {
			if c := t.cells[i]; c != 0 {
				counts[c-1]++
				n++
			}
		}
		if n == 0 {
			continue
		}
		for k := range counts {
			counts[k] /= n
		}
		all = append(all, counts)
	}
	return all
}

// LightKappa is the mean of Cohen's kappa over all pairs of coders.
var LightKappa = Statistic{
	Name: "light_kappa", Title: "Light's kappa",
	Formula:   "mean over pairs of coders of Cohen's kappa on the units both rated",
	Undefined: "Cohen's kappa of a pair is undefined; the reason names the pair",
	Confused:  "Conger's kappa, which averages chance before it corrects",
	Source:    "Light 1971, doi:10.1037/h0031643", TakesWeights: true,
	compute: func(t *Table, o prepared) raw {
		sum, pairs := 0.0, 0
		for b := range t.coders {
			for a := range b {
				r := cohen(t.Pair(a, b), o)
				if r.undefined != "" {
					return raw{undefined: fmt.Sprintf("%s and %s: %s", t.names[a], t.names[b], r.undefined)}
				}
				sum += r.value
				pairs++
			}
		}
		if pairs == 0 {
			return raw{undefined: "it takes two coders or more"}
		}
		return raw{value: sum / float64(pairs)}
	},
}
