// Scott's pi: two coders, one pooled distribution.

package agreement

// ScottPi corrects the agreement of two coders by what their pooled distribution would give by chance.
var ScottPi = Statistic{
	Name: "scott_pi", Title: "Scott's pi",
	Formula:   "(po - pe) / (1 - pe), pe = sum p_k^2 with p_k the share of k in the ratings of both, over the units both rated",
	Undefined: "one category only; not exactly two coders",
	Confused:  "Cohen's kappa; Krippendorff's nominal alpha, which corrects pi for small samples: alpha = 1 - (1 - pi)(2n-1)/(2n)",
	Source:    "Scott 1955, doi:10.1086/266577", TakesWeights: true,
	compute: func(t *Table, o prepared) raw {
		rows, columns, observed, undefined := t.margins(o.weights)
		if undefined != "" {
			return raw{undefined: undefined}
		}
		for k := range rows {
			rows[k] = (rows[k] + columns[k]) / 2
		}
		return corrected(observed, expected(rows, rows, o.weights))
	},
}
