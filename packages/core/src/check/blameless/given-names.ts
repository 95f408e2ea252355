/**
 * Given names that are frequent among the people who write and read post-mortems, in lower case. Left out are those
 * that also name software, a place, a month, or an everyday word.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `aarav aaron abby abdelrahman abdul abdullah abdulrahman abebe abigail adaeze adam adebayo aditi aditya adrian adrián
agnieszka agustin agustín ahmad ahmed ahmet aidan aino aisha aissatou ajay ajit akari akash akihiro akira akshay alan
alastair albert alejandro aleksandr aleksandra alessandra alessandro alex alexander alexandra alexei alexis alfred ali
alice alicia alina alistair allison alvaro amanda amara amelia amina aminata amir amit amrita amy ana ananya anastasia
anastasiya anders andre andrea andreas andrei andres andrew andris andriy andrzej andrés andy angela aniket anil
anirudh anita anja anjali anke ankit ankita anna annabel anne anneli annette annika anouk antje antoine anton antti
anuj anushka anya aoife aparna arash aravind archana arjun arnau arnav artem arthur arun arvind asha ashish ashley
ashok ashwin astrid audrey aurelie aurélie aya ayaka ayesha ayse ayumi ayşe babak babatunde balazs balázs bambang
baptiste barbara barry bartosz bastien beata beatriz becky begoña behnam ben bence benjamin benoit benoît bernadette
bernard bernd beth bethany bettina betty beverly bhavna bhavya bianca bilal birgit bjorn björn bjørn bob bogdan bohdan
boris brad bradley bram brandon branko brenda brendan brent brian bridget bruno bryan budi bukola burak caio callum
camila carl carla carlos carmen carol caroline catherine cathy cecilia cedric chaitanya chandra charles charlotte
cheikh chen cheryl chiamaka chiara chidi chidinma chinedu chinwe chioma chloe chris christian christina christine
christopher chukwuemeka claire clara claudia colin colleen connor conor corentin courtney craig cristian cristina
curtis cynthia cédric daan daiki daisuke damien dan daniel daniela danielle daphne darko darryl dave david dawid
debbie deborah declan deepa deepak deepika denis denise deniz dennis denys derek desislava desmond detlef dewi diana
didier dieter dimitar dimitra dimitri dirk divya dmitri dmitry dmytro dominic dominique donald dong-hyun donna doris
dorota dorothy doug douglas dragan dragos dragoș duncan dusan dušan dylan eamon ebba edith eduardo edward efua eileen
eirik eitan ekaterina ekene elaine eleanor elena eleni eli elias elif elin elisa elizabeth ella ellen ellie elsie
emeka emil emilia emiliano emily emma emmanuel emre eric erik erika erin ernest esteban estelle esther ethan etienne
eun-ji eunji eva evan evelyn ewa ewan fabien fabio fabrice fabrizio facundo faisal farah farhad farzad fatima fatma
fatou federica felicity felipe femi femke ferenc fernanda fernando fiona fitri flavia florian florin flávia folake
francesca francesco francois frank franziska françois fred frederic frederik freja friederike frédéric fumiko funmi
furkan fábio gabor gabriel gabriela gaelle galina gareth gary gaurav gautam gavin gayatri gaëlle geert geir gemma
genevieve gennady geoff geoffrey george georgi georgina gerald gerard gerhard gianluca gianni giannis gilad gilbert
gilles gillian gina giorgio giorgos giovanni girish gisela giulia giuseppe glenda glenn gloria gokhan goncalo gonzalo
gonçalo gopal goran graciela graham greg gregory greta grzegorz guillaume guillermo gunnar gunter guowei gustavo gwen
gábor gérard gökhan günter hadas haitham hakan hakon hamid hamza hanako hanna hannah hans haoran haoyu harish harold
harriet harsha haruka haruki haruto hassan heather hedda heidi heike heinrich heinz helen helene helmut hemant hendra
hendrik henrik henry hernan hernán hideaki hideki hieu hiroko hiroshi hiroto hitomi hoang holger hossein howard hrvoje
hugh huong huseyin hussein hyun-woo hyunwoo håkon hélène hüseyin ian ibrahim ibrahima ichiro ida ifeanyi ifeoma igor
ikenna ilaria ilya ilze imad imogen imran imtiaz indah indira ines ingo ingrid ingvild inês ioana ionut irene irina
iryna isaac isabel isabella ishaan isla istvan istván itai ivan ivana ivaylo iván jacek jack jackie jacob jacqueline
jae-hyun jaehyun jaime jakob jakub jamal james jamie jane janet janice janis jared jaroslav jaroslaw jason javier jaya
jayne jean jeff jeffrey jelena jenna jennifer jenny jens jeremy jeroen jerome jerry jesper jesse jessica ji-hoon
ji-woo jiahao jianguo jihoon jill jim jin jiri jiro jitka jiwoo jiří joan joana joanna joanne joao joaquin joaquín
jocelyn jochen jodie joe joel johan johanna john johnny joko jon jonas jonathan joost jordi jorg jorge jose josef
joseph josephine josh joshua josie josé jovana joyce joão juan judith judy jukka julian julianne julie julien junjie
juris jussi justin justyna jyoti jérôme jörg jürgen jānis kai kaisa kalpana kamau kamil kamran kaori karan kareem
karen karim karin karl karthik kartik kasper katalin katarzyna kate kateryna katharina katherine kathleen kathryn
kathy katie katja katrin katy kaveh kavya kayla kazuki kazuya kehinde keiko keira keith kelly kelsey kemal ken kenji
kenneth kensuke kenta kentaro kerry kevin khaled khalid khanh kim kinga kiran kirill kirsten kirsty kjell klaus knut
kofi koji kostas krishna kristen kristin kristina krzysztof ksenia kumar kunal kurt kwabena kwaku kwame kwesi kyle
lachlan laetitia lakshmi lalit lara larisa larissa lars laszlo laura lauren laurent layla leah leandro lee leif leila
lena lenka leon leonard leonardo leslie leticia lewis leyla li lihua lila lillian lin linda lindsay lindsey ling
linnea liora lisa liu liz ljiljana loic lorenzo lorraine lotte louis louise loïc luana luc luca lucas lucia lucie lucy
lucía ludovic ludwig luis luisa luiz lukas lukasz luke luther lutz lydia lynn lyudmila lászló maarten maciej madeleine
madhav madhu maeve magda magdalena mahesh mahmood mahmoud mai maja makena makoto malcolm malgorzata malik mamadou
manfred manish manisha manoj manon manuel marat marc marcel marcelo marcia marcin marco marcos marcus marek margaret
margaux maria mariam mariana marianne marie marieke mariko marina mario marisol marit marius marjorie marko marlene
marta martha martin martina marwan mary maryam maría masahiro masaki masato massimo matej mateo mateus mateusz mathias
mathieu matias mats matt matteo matthew matthias matti matías maureen maurice maurizio mavis mayumi małgorzata meena
meera megha megumi mehdi mehmet mehrdad mehul mei meiling melanie melinda melissa melvin meredith merve mette mia
michael michal michał michel michelle michiko miguel mihaela mihai mika mikael mike mikhail mikkel milena milind milos
miloš min-ji min-jun mindaugas ming minh minji minjun miriam mirko miroslav misaki mitch miyuki mohamed mohammed mohan
mohit mohsen moira monica monika moshe mostafa moussa muhammad mukesh murat muriel mustafa mykola myra mélanie nabil
nadia nadine nancy naoki naoko naomi nasrin nasser natalia natalie nataliia natasha nathalie nathan natsuki nattapong
naveen navid neeraj neha neil nemanja nenad neville ngoc ngozi nguyen niamh nicholas nick nicola nicolas nicole
nicoletta nicolás nigel niharika nikhil nikola nikolai nikos nilesh niloofar nils nina nisha nitin njeri nkechi nnamdi
nneka noa noah noelle noemie noor nora norbert noriko norma norman noura noémie nuria nurul núria obinna odile oksana
olaf olamide oleg oleksandr olena olga oliver olivia olufemi olumide oluwaseun oluwaseyi oluwatobi omar omer ondrej
ondřej onur oren orhan oriol osama osamu oskar otieno otto ousmane owen oyvind ozge pablo padma padraig pallavi paloma
pamela pankaj paola paolo parisa parth patricia patrick paul paula pavel pavla pawel paweł pedro pekka penelope peng
petar peter petra phil philip philipp phillip phuong phyllis pierre pieter pietro pilar piotr plamen polina pooja
pradeep prakash pranav prasad prashant pratik praveen preeti prerna priscilla priya priyanka przemek przemyslaw
przemysław putri pyotr quang quentin quynh rachael rachel radek radha radoslaw radosław radu rafael rafal rafał ragnar
rahul raj rajat rajeev rajendra rajesh rajiv rakesh ralph raluca ramesh ramiro ramon ramona randy rania ranjit raquel
rashid rashmi rasmus raul ravi ravindra raymond rebecca rebekah reem reginald reiko rekha renata renate renato renee
reza rhiannon rhonda rhys ricardo richard rick rita ritika ritu rizky rizwan rob robbie robert roberta roberto rocio
rocío rodney rodrigo roger rohan rohit roland romain ronald ronit ronnie rory rosa rosalind rosemary roshni roxanne
roy ruben rubén ruchi rui rupert ruslan russell rustam ruth ruud ryan ryosuke ryota rémi sabine sachin saeed sahar
sahil sajid sally salma salvatore sam samantha sameer samir samira samuel sandeep sandra sangeeta sanjana sanjay
sanjeev sanna sanne saoirse sara sarah sascha satish satomi satoshi saurabh sayaka scott sean sebastian seema segun
selam selin seo-yeon seoyeon sergei sergey sergio serhiy serkan seun shahid shahram shalini shankar shannon sharad
sharon shashank shaun shawn sheila shelley sheryl shilpa shinji shinya shira shirin shivani shlomo shota shreya shruti
shubham shweta sian siddharth siegfried sigurd silje silke silvia simon simona simone sinan sinead siobhan sipho
siriporn siti slawomir smita sneha sofia soheil solveig solène somchai somsak sonia soo-jin soojin sophia sophie soren
spyros srinivas sriram stacey stacy stanislaw stanisław stanley stavros stefan stefania stefanie stella stepan
stephane stephanie stephen steve steven stewart stuart stéphane subhash sudhir sujata sumit sung-min sungmin sunil
sunita suresh susan sushma suzanne sven svetlana svitlana swapnil swati sylvain sylvia sylvie szymon sébastien søren
tabitha tadashi tadeusz taichi takahiro takashi takeshi tamar tamara tamas tamsin tamás tanveer tanvi tanya tara taras
tarek tariq taro tarun tasha tatiana tatsuya ted tejas temitope tendai teresa tereza terje tesfaye tessa tetsuya thabo
thandiwe thanh thelma theo theodore theresa thiago thibault thibaut thierry thijs thomas thorsten thuy tiago tiffany
tihomir tim timo timothy timur tina tobias todd tolga tom tomas tomasz tomer tomislav tommy tomoko tomomi tony torben
torsten toshio toshiro tracey tracy trevor tricia trisha trond tsuyoshi tuan tunde tuomas uche uday ulrich umberto
umesh umut ursula usha uwe vaclav vadim valentina valeria valerie valery valérie vandana vanessa varun vasilis vasyl
venkat venkatesh vera vernon veronica vesna vicky victor vidya vijay vikas vikram vinay vince vincent vincenzo vineet
vinh vinod vishal vitaliy vitor vivek vivian vivienne vladimir volker volodymyr vytautas václav véronique vítor wahyu
walid walter wambui wang wanjiru wayne wei weiwei wendy werner wesley wiktor wilfred willem william winston wojciech
wolfgang wouter xavier xiao xiaoming xiaowei xiaoyan ximena xinyi yaakov yael yan yang yannick yannis yaroslav yasemin
yash yasmin yasser yetunde yifan yiming yogesh yolanda yonatan yoshiko yossi yosuke young-ho yousef youssef yuka yuki
yukiko yuko yulia yuliya yumi yuri yusuf yusuke yuta yuting yuto yuxin yves yvette yvonne zach zahra zainab zanele
zbigniew zdenek zdeněk zeinab zeynep zhang zhanna zhiwei zihan ziyi zoe zofia zoltan zoltán zoran zsofia zsuzsanna
zubair zvonimir álvaro étienne özge øyvind łukasz`.split(/\s+/),
);
