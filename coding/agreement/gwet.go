// Gwet's AC1 and AC2: chance only where coders are unsure.

package agreement

// GwetAC1 corrects by the chance that a coder guesses, which is small when one category is very frequent.
var GwetAC1 = Statistic{
	Name: "gwet_ac1", Title: "Gwet's AC1",
	Formula:   "(pa - pe) / (1 - pe), pe = sum p_k (1 - p_k) / (q - 1), q the number of categories on offer",
	Undefined: "fewer than two categories; no unit with two ratings",
	Confused:  "kappas, which fall where one category is very frequent; q counts categories on offer, so name them if some were not used",
	Source:    "Gwet 2008, doi:10.1348/000711006X126600",
	compute:   gwet, influence: gwetInfluence,
}

// GwetAC2 is AC1 with weights.
var GwetAC2 = Statistic{
	Name: "gwet_ac2", Title: "Gwet's AC2",
	Formula:   "(pa - pe) / (1 - pe), pa weighted, pe = T sum p_k (1 - p_k) / (q (q - 1)), T the sum of all weights",
	Undefined: GwetAC1.Undefined, Confused: "AC1, which it is without weights",
	Source: "Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed.", TakesWeights: true,
	compute: gwet, influence: gwetInfluence,
}

func gwet(t *Table, o prepared) raw {
	q := len(t.categories)
	if q < 2 {
		return raw{undefined: noVariation}
	}
	return t.chanceCorrected(o, func(p []float64) float64 {
		sum := 0.0
		for _, x := range p {
			sum += float64(x * (1 - x))
		}
		return total(o.weights, q) * sum / float64(q*(q-1))
	})
}

func gwetInfluence(t *Table, o prepared, r raw) []float64 {
	q := len(t.categories)
	share := t.tallied(o.weights).prevalence(o.least())
	for k, p := range share {
		share[k] = total(o.weights, q) * (1 - p) / float64(q*(q-1))
	}
	return t.corrections(o, r, share)
}

// total sums the weights; unweighted it is q.
func total(weights []float64, q int) float64 {
	if weights == nil {
		return float64(q)
	}
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	return sum
}
