// Uniform chance: Brennan and Prediger, and the names it has for others.

package agreement

// BrennanPrediger corrects by guessing evenly among the categories on offer.
var BrennanPrediger = Statistic{
	Name: "brennan_prediger", Title: "Brennan-Prediger coefficient",
	Formula:   "(pa - pe) / (1 - pe), pe = T / q^2, T the sum of all weights (q when unweighted)",
	Undefined: "fewer than two categories; no unit with two ratings",
	Confused:  "it rises with every category that nobody uses: name the categories on offer, or it takes those in the data",
	Source:    "Brennan & Prediger 1981, doi:10.1177/001316448104100307", TakesWeights: true,
	compute: uniform,
	influence: func(t *Table, o prepared, r raw) []float64 {
		return t.influences(o, func(u unit) float64 { return u.scale * (u.agreement - r.expected) / (1 - r.expected) })
	},
}

// BennettS is the same coefficient for two coders.
var BennettS = Statistic{
	Name: "bennett_S", Title: "Bennett's S",
	Formula: "(pa - 1/q) / (1 - 1/q)", Undefined: BrennanPrediger.Undefined, Confused: "Brennan-Prediger unweighted, which it equals",
	Source: "Bennett, Alpert & Goldstein 1954, doi:10.1086/266520", compute: uniform, influence: BrennanPrediger.influence,
}

// RandolphKappa is the same coefficient for many coders.
var RandolphKappa = Statistic{
	Name: "randolph_kappa", Title: "Randolph's free-marginal kappa",
	Formula: "(pa - 1/q) / (1 - 1/q)", Undefined: BrennanPrediger.Undefined, Confused: "Brennan-Prediger unweighted, which it equals",
	Source: "Randolph 2005, ERIC ED490661", compute: uniform, influence: BrennanPrediger.influence,
}

func uniform(t *Table, o prepared) raw {
	q := len(t.categories)
	if q < 2 {
		return raw{undefined: noVariation}
	}
	return t.chanceCorrected(o, func([]float64) float64 { return total(o.weights, q) / float64(q*q) })
}
