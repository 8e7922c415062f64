// Cohen's kappa: two coders, each with a habit of its own.

package agreement

// CohenKappa corrects the agreement of two coders by what their own distributions would give by chance.
var CohenKappa = Statistic{
	Name: "cohen_kappa", Title: "Cohen's kappa",
	Formula:   "(po - pe) / (1 - pe), po = sum w_kl n_kl / n, pe = sum w_kl n_k. n_.l / n^2, over the units both rated",
	Undefined: "both coders use one and the same category only; not exactly two coders",
	Confused:  "Scott's pi, whose chance is that of the pooled distribution; with weights, programs differ on whether they go by value (here) or by rank",
	Source:    "Cohen 1960, doi:10.1177/001316446002000104; weighted: Cohen 1968, doi:10.1037/h0026256", TakesWeights: true,
	compute: cohen,
}

// WeightedKappa is Cohen's kappa with weights of one's own (Options.Disagreement), which need not be symmetric.
var WeightedKappa = Statistic{
	Name: "weighted_kappa", Title: "Cohen's weighted kappa",
	Formula:   "1 - sum v_kl n_kl n / sum v_kl n_k. n_.l, v the disagreement of a pair of categories",
	Undefined: CohenKappa.Undefined, Confused: "kappa with agreement weights: v = 1 - w gives the same",
	Source: "Cohen 1968, doi:10.1037/h0026256", TakesWeights: true,
	compute: cohen,
}

func cohen(t *Table, o prepared) raw {
	rows, columns, observed, undefined := t.margins(o.weights)
	if undefined != "" {
		return raw{undefined: undefined}
	}
	return corrected(observed, expected(rows, columns, o.weights))
}

// margins gives the distributions of two coders and their weighted agreement.
func (t *Table) margins(weights []float64) (rows, columns []float64, observed float64, undefined string) {
	if t.coders != 2 {
		return nil, nil, 0, notTwo
	}
	counts, total := t.crossed()
	if total == 0 {
		return nil, nil, 0, noPairs
	}
	q, n := len(t.categories), float64(total)
	rows, columns = make([]float64, q), make([]float64, q)
	for i, c := range counts {
		share := float64(c) / n
		rows[i/q] += share
		columns[i%q] += share
		switch {
		case weights != nil:
			observed += float64(weights[i] * share)
		case i/q == i%q:
			observed += share
		}
	}
	return rows, columns, observed, ""
}

// CohenKappaMax is the largest kappa that the two coders' distributions allow.
var CohenKappaMax = Statistic{
	Name: "cohen_kappa_max", Title: "Largest Cohen's kappa",
	Formula:   "(sum min(n_k., n_.k) / n - pe) / (1 - pe)",
	Undefined: CohenKappa.Undefined, Confused: "kappa itself; kappa / kappa_max is sometimes reported and hides that the coders' habits differ",
	Source: "Cohen 1960, doi:10.1177/001316446002000104",
	compute: func(t *Table, _ prepared) raw {
		rows, columns, _, undefined := t.margins(nil)
		if undefined != "" {
			return raw{undefined: undefined}
		}
		most := 0.0
		for k := range rows {
			most += min(rows[k], columns[k])
		}
		return corrected(most, expected(rows, columns, nil))
	},
}
