package demo

// The people of Växjö and Angered, and of the families whose whole stories are told from a noted need to their end.
var (
	farStaff = []Person{
		staff("vanja", "Vanja Dal", Post{"caseworker", "vx-bvc"}),
		staff("love", "Love Sten", Post{"caseworker", "vx-tal"}),
		staff("pia", "Pia Äng", Post{"caseworker", "vx-fsk"}),
		staff("rune", "Rune Helga", Post{"unit-manager", "vx-skola"}),
		staff("frida", "Frida Rås", Post{"caseworker", "vx-fam"}),
		staff("nadja", "Nadja Lärje", Post{"caseworker", "an-ens"}),
		staff("nils", "Nils Gråbo", Post{"unit-manager", "an-ens"}),
		staff("adam", "Adam Rannebo", Post{"administrator", "an-ens"}),
		staff("sofia", "Sofia Gunnil", Post{"caseworker", "an-skola"}),
		staff("fredrik", "Fredrik Agnes", Post{"caseworker", "an-fritid"}),
		staff("bodil", "Bodil Eriks", Post{"caseworker", "an-bup"}),
		staff("petra", "Petra Lövgärde", Post{"caseworker", "an-polis"}),
	}
	farCitizens = []Person{
		citizen("jenny", "Jenny Lind", "guardian", "1983-10-03", 2),
		citizen("jonas", "Jonas Lind", "guardian", "1981-06-14", 1),
		citizen("juni", "Juni Lind", "child", "2011-03-09", 0),
		citizen("ellen", "Ellen Ryd", "guardian", "1991-02-11", 6),
		citizen("elsa", "Elsa Ryd", "child", "2016-01-22", 4),
		citizen("gustav", "Gustav Hjäll", "guardian", "1969-08-19", 7),
		citizen("farid", "Farid Rahimi", "child", "2003-05-06", 9),
	}
)
