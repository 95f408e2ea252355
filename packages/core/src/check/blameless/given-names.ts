/**
 * Given names that are frequent among the people who write and read post-mortems, in lower case. Left out are those
 * that also name software, a place, a month, or an everyday word.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `aaron abby abdul abigail adam adrian ahmed aisha akira alan albert alejandro aleksandr alessandro alex alexander
alexandra alexei alexis alfred ali alice alicia alina allison amanda amelia amina amir amit amy ana anders andre
andrea andreas andrei andrew andy angela anil anita anja ankit anna anne annika antoine anton anya aoife arjun
arthur arun ashley asha aya ayesha barbara beatriz ben benjamin bernd beth bettina bianca björn bob boris brad brandon
brenda brian bruno camila carl carla carlos carmen carol caroline catherine cecilia chandra charles chen
chiara chloe chris christian christina christine christopher claire clara claudia colin connor craig cristina cynthia
dan daniel daniela danielle dave david deborah deepak denis dennis derek diana dieter dimitri dmitri dmitry
dominic donald donna doug douglas eduardo edward eleanor elena eli elias elisa elizabeth ella ellen emil emilia
emily emma eric erik erika erin esther ethan eva evan evelyn farah fatima felipe fernanda fernando fiona francesca
francesco frank franziska fred frederik gabriel gabriela gary geoff george gerald gina giovanni
giulia giuseppe gloria graham greg gregory guillermo gustavo hanna hannah hans harold haruto hassan heather heidi helen
henrik henry hiroshi howard ian ibrahim ida igor ilya imran ines ingrid irene irina isaac isabel isabella
ivan jack jacob jacqueline jaime jakob jakub james jamie jane janet jason javier jean jeff jeffrey jennifer jenny
jeremy jerome jesse jessica jill jim jin joan joana joao joe joel johan johanna john johnny jon jonas jonathan jorge josef joseph josh joshua joyce juan judith judy julie julien jürgen justin kai karen karin karl karthik
kate katherine kathleen kathryn katie katja katrin kavya kazuki keiko keith kelly ken kenji kenneth kevin khalid kim
kiran klaus kofi kristen kristin kumar kurt kwame kyle lara lars laura lauren laurent leah lee leila lena leon leonardo
leticia li lila lin linda ling lisa liu liz lorenzo louise luca lucas lucia lucy luis luisa lukas luke magdalena
mahmoud mai malik manuel marc marcel marco marcos marcus margaret maria mariam mariana marie marina mario marius marta
martha martin martina mary masato mateo mathias matt matteo matthew matthias maurice mehmet mei melanie melissa mia
michael michal michel michelle miguel mikael mike mikhail milena ming miriam mitch mohamed mohammed monica
monika muhammad nadia nadine naomi natalia natalie natasha nathan neha neil niamh nicholas nick nicola nicolas nicole
nikhil nikolai nils nina noah noor nora norbert olaf oleg olga oliver olivia omar oskar otto owen pablo padma pamela
paola patricia patrick paul paula pavel pedro peng peter petra philip philipp pierre piotr pooja prakash priya
rachel radha rafael rahul raj rajesh ralph ramon raquel rashid raul ravi raymond rebecca renata renee rhys ricardo
richard rick rita rob robert roberto rodrigo roger rohan roland ronald rosa roy rui russell ryan sabine
sally sam samantha samir samuel sandeep sandra sanjay sara sarah sascha satoshi scott sean sebastian sergei
sergey sergio shannon sharon shreya silvia simon simone sofia sonia sophia sophie stefan stefanie stella stephanie
stephen steve steven stuart sunil sunita susan suzanne sven svetlana sylvia takashi tamara tanya tara tatiana ted
teresa theo theresa thomas tiago tim timothy tina tobias todd tom tomas tony tracy ulrich uwe valentina valeria vanessa
vera veronica vicky victor vijay vikram vincent vinod vivek vladimir walter wang wei wendy werner
wesley william willem xavier xiao yael yan yang yasmin yuki yuko yuri yusuf yvonne zach zahra zhang zoe`.split(/\s+/),
);
